using GridActors.ApiHost.Problems;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Batches;

/// <summary>What became of a row: the incident, or a problem.</summary>
internal readonly record struct BatchOutcome
{
    private BatchOutcome(int status, Incident? incident, ProblemResult? problem) => (Status, Incident, Problem) = (status, incident, problem);

    public static BatchOutcome NotTried { get; } = Of(new ProblemResult(
        StatusCodes.Status424FailedDependency,
        "earlier_row_failed",
        "An earlier row of the same incident failed, so this one was not tried. Send both again."));

    public int Status { get; }

    public Incident? Incident { get; }

    public ProblemResult? Problem { get; }

    public static BatchOutcome Of(Incident incident, int status) => new(status, incident, null);

    public static BatchOutcome Of(ProblemResult problem) => new(problem.Status, null, problem);

    /// <summary>Without its report an incident takes no command; and what failed for a reason that passes has to be done before what follows it.</summary>
    public bool StopsTheNext(BatchRow row) =>
        Problem is not null && (row is ReportRow || Status is StatusCodes.Status424FailedDependency or >= StatusCodes.Status500InternalServerError);
}
