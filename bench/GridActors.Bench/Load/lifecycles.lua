-- Whole lives: report, accept, result, close. As many clients as connections, each waiting for the answer to its step before
-- it takes the next. wrk does not say which connection a call is for, so a step whose predecessor was answered lies in a
-- queue until the connection that got the answer asks for its next request; there is never more than one step per connection.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local demo = require("demo")
local threads, ready, n = {}, {}, 0
closed, broken = 0, 0 -- read by done() from the thread's own state, so they have to be global

local following = {
  reported = { "/accept", "{}" },
  accepted = { "/result", '{"result":"Replaced and tested; photographs are with the post."}' },
  handled = { "/close", "{}" },
}

function setup(thread)
  threads[#threads + 1] = thread
end

function request()
  local step = table.remove(ready)
  if step then
    return step
  end
  n = n + 1
  return demo.post("/v1/incidents", demo.report(n))
end

function response(status, headers, body)
  local id, phase = body:match('"id":"([%x%-]+)"'), body:match('"phase":"(%a+)"')
  local step = phase and following[phase]
  if phase == "closed" then
    closed = closed + 1
  elseif status < 300 and id and step then
    ready[#ready + 1] = demo.post("/v1/incidents/" .. id .. step[1], step[2], demo.credentials())
  else
    broken = broken + 1
    if broken <= 3 then
      io.stderr:write(string.format("step failed: %d %s\n", status, body:sub(1, 300)))
    end
  end
end

function done(summary, latency)
  local lives = 0
  for _, thread in ipairs(threads) do
    lives = lives + thread:get("closed")
  end
  demo.print(summary, latency, lives)
end
