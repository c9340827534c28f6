using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Core.Departments;

/// <summary>Hands an incident to one lead and any number of co-handlers. Departments that have it already keep their clocks; another lead than before takes over.</summary>
[GenerateSerializer, Immutable, Alias("dispatch-incident")]
public sealed record DispatchIncident(
    [property: Id(0)] DepartmentCode Lead,
    [property: Id(1)] ImmutableArray<DepartmentCode> CoHandlers,
    Actor? By = null) : PostCommand(By);

[GenerateSerializer, Immutable, Alias("accept-task")]
public sealed record AcceptTask([property: Id(0)] DepartmentCode Department) : IncidentCommand;

[GenerateSerializer, Immutable, Alias("return-task")]
public sealed record ReturnTask([property: Id(0)] DepartmentCode Department, [property: Id(1)] string Reason) : IncidentCommand;

[GenerateSerializer, Immutable, Alias("submit-task-result")]
public sealed record SubmitTaskResult([property: Id(0)] DepartmentCode Department, [property: Id(1)] string Result) : IncidentCommand;
