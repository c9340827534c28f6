using System.Globalization;

namespace GridActors.Bench.Results;

/// <summary>Names of what is measured, with their units: the columns of the table.</summary>
internal static class Metrics
{
    public const string LivesEmpty = "lifecycles/s, empty store";
    public const string LivesFull = "lifecycles/s, full store";
    public const string StepP50 = "step p50 ms, empty store";
    public const string StepP99 = "step p99 ms, empty store";
    public const string StepP99Full = "step p99 ms, full store";
    public const string LifeErrors = "errors %";
    public const string ListPage = "list page median ms, full store";
    public const string Waiting = "deadlines waiting";
    public const string MemoryBefore = "RSS MB, none waiting";
    public const string MemoryAfter = "RSS MB, waiting";
    public const string MemoryAdded = "RSS MB added";
    public const string StartBefore = "start s, none waiting";
    public const string StartAfter = "start s, waiting";
    public const string AtOnce = "due at once";
    public const string FiredPerSecond = "fired/s";
    public const string DueRate = "due/s for a minute";
    public const string Unfired = "not fired";
    public const string LatenessP50 = "lateness p50 ms";
    public const string LatenessP99 = "lateness p99 ms";
    public const string WritesMeanwhile = "reports/s meanwhile";
    public const string Overdue = "overdue > 10 s at the end";

    public static string ReportsAt(int connections) => string.Create(CultureInfo.InvariantCulture, $"reports/s @{connections}");

    public static string P50At(int connections) => string.Create(CultureInfo.InvariantCulture, $"p50 ms @{connections}");

    public static string P99At(int connections) => string.Create(CultureInfo.InvariantCulture, $"p99 ms @{connections}");

    public static string ErrorsAt(int connections) => string.Create(CultureInfo.InvariantCulture, $"errors % @{connections}");

    public static string Acknowledged(string fault) => $"acknowledged, {fault}";

    public static string Lost(string fault) => $"lost, {fault}";

    public static string Doubled(string fault) => $"doubled, {fault}";

    public static string ErrorFreeAfter(string fault) => $"s to < 1 % errors, {fault}";

    public static string FullRateAfter(string fault) => $"s to 80 % of the rate, {fault}";
}
