using Xunit.Sdk;
using Xunit.v3;

// Each scenario has a handful of processes and asks nothing but what becomes of them; two at once would only be slower.
[assembly: Parallelization(Mode = ParallelMode.None)]
