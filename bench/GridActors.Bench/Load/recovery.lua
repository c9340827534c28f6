-- Reports with an Idempotency-Key, one client per thread (start it with as many threads as connections). A client repeats a
-- key until it is acknowledged, as a phone with a bad network does, and writes every answer down:
--   milliseconds since 1970, status, key, id
-- Arguments: the file to write to (the thread's number is added), the name of the run.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local demo = require("demo")
local ffi = require("ffi")
ffi.cdef("typedef struct { long s; long ns; } bench_time; int clock_gettime(int clock, bench_time *time);")
local time, started = ffi.new("bench_time"), 0
local out, run, n, failed

function setup(thread)
  started = started + 1
  thread:set("number", started)
end

function init(args)
  out = assert(io.open(args[1] .. "." .. number, "w"))
  out:setvbuf("full", 65536)
  run, n, failed = args[2], 1, false
end

function delay()
  return failed and 100 or 0
end

function request()
  local key = run .. "-" .. number .. "-" .. n
  return demo.post("/v1/incidents", demo.report(n, key), "Idempotency-Key: " .. key .. "\r\n")
end

function response(status, headers, body)
  ffi.C.clock_gettime(0, time)
  local id = body:match('"id":"([%x%-]+)"')
  out:write(string.format("%.0f %d %s-%d-%d %s\n", tonumber(time.s) * 1000 + math.floor(tonumber(time.ns) / 1e6), status, run, number, n, id or "-"))
  failed = not (status == 200 or status == 201)
  if not failed then
    n = n + 1
    if n % 64 == 0 then
      out:flush()
    end
  end
end

function done(summary, latency)
  demo.print(summary, latency)
end
