-- Places and items of the demo region, and requests built by hand: wrk.format builds a table of headers for each.
local demo = {}

demo.grids = {
  "652390001001001", "652390001001002", "652390001001003", "652390001001004", "652390001001005",
  "652390001002001", "652390001002002", "652390001002003", "652390001003001", "652390001003002",
}
demo.items = { "0102", "0103", "0106", "0108" }
demo.description = "Found on the way to school this morning: it was reported last week too, and nobody has come yet. Please look."

function demo.post(path, body, header)
  return table.concat({
    "POST ", path, " HTTP/1.1\r\nHost: ", wrk.host, "\r\nContent-Type: application/json\r\n", header or "",
    "Content-Length: ", #body, "\r\n\r\n", body,
  })
end

-- What the server under test asks for beyond a report; a peer asks for nothing. Set with wrk's own -H.
function demo.credentials()
  local shown = wrk.headers["Authorization"]
  return shown and "Authorization: " .. shown .. "\r\n" or ""
end

function demo.report(n, description)
  return string.format('{"itemCode":"%s","gridCode":"%s","description":"%s"}',
    demo.items[n % #demo.items + 1], demo.grids[n % #demo.grids + 1], description or demo.description)
end

-- One line of JSON on standard output, for the bench to read. Latencies in milliseconds.
function demo.print(summary, latency, extra)
  local e = summary.errors
  io.write(string.format('{"requests":%d,"seconds":%.4f,"p50":%.3f,"p99":%.3f,"max":%.3f,"socketErrors":%d,"timeouts":%d,"refused":%d,"extra":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    e.connect + e.read + e.write, e.timeout, e.status, extra or 0))
end

return demo
