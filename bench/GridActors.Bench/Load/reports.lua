-- Reports as fast as the connections allow; with an argument, each connection pauses so many milliseconds between two. The
-- requests are prepared once, so that the generator takes little of the machine.
package.path = debug.getinfo(1, "S").source:match("^@(.*/)") .. "?.lua;" .. package.path
local demo = require("demo")
local prepared, n = {}, 0

function init(args)
  local pause = tonumber(args[1])
  if pause then
    delay = function() return pause end
  end
  for i = 1, 1000 do
    prepared[i] = demo.post("/v1/incidents", demo.report(i))
  end
end

function request()
  n = n % #prepared + 1
  return prepared[n]
end

function done(summary, latency)
  demo.print(summary, latency)
end
