namespace GridActors.Core.Workers;

/// <summary>What the rules answer: the worker as they will be, a refusal, or neither where there is nothing to change.</summary>
public readonly record struct WorkerDecision(Worker? Next, WorkerRefusal? Refusal)
{
    public static WorkerDecision Nothing => default;

    public static WorkerDecision Accept(Worker next) => new(next, null);

    public static WorkerDecision Refuse(WorkerRefusal refusal) => new(null, refusal);
}
