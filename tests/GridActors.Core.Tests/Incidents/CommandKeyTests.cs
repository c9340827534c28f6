using CsCheck;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

public sealed class CommandKeyTests
{
    private static readonly CommandKey _key = new("caller and key", "what was asked");

    [Fact]
    public void A_command_that_was_carried_out_is_done_when_it_comes_again_under_its_key()
    {
        var story = Reported().Do(new AcceptIncident { Key = _key });

        story.Try(new AcceptIncident { Key = _key });

        Assert.Null(story.Answer.Refusal);
        Assert.Empty(story.Answer.Events);
    }

    [Fact]
    public void Without_a_key_it_is_refused_as_before()
    {
        var story = Reported().Do(new AcceptIncident { Key = _key });

        story.Try(new AcceptIncident());

        Assert.Equal(IncidentRefusal.AlreadyAccepted, story.Answer.Refusal);
    }

    [Fact]
    public void A_key_is_not_used_for_another_command()
    {
        var story = Reported().Do(new AcceptIncident { Key = _key });

        story.Try(new SubmitResult("done") { Key = _key with { Digest = "another" } });

        Assert.Equal(IncidentRefusal.IdempotencyKeyReused, story.Answer.Refusal);
    }

    [Fact]
    public void Also_once_the_incident_is_closed()
    {
        var story = Reported().Do(new VoidIncident("A trial.") { Key = _key });

        story.Try(new VoidIncident("A trial.") { Key = _key });

        Assert.Null(story.Answer.Refusal);
        Assert.Empty(story.Answer.Events);
    }

    [Fact]
    public void A_command_that_was_refused_is_decided_again()
    {
        var story = Reported();
        story.Try(new SubmitResult("done") { Key = _key });

        story.Do(new AcceptIncident());
        story.Try(new SubmitResult("done") { Key = _key });

        Assert.NotEmpty(story.Answer.Events);
    }

    [Fact]
    public void The_last_sixteen_keys_are_known()
    {
        var incident = Reported().Incident;
        for (var i = 0; i <= CommandKeys.Kept; i++)
        {
            incident = CommandKeys.Remember(incident, new CommandKey($"{i}", ""));
        }

        Assert.False(CommandKeys.IsUsed(incident, new AcceptIncident { Key = new CommandKey("0", "") }));
        Assert.All(Enumerable.Range(1, CommandKeys.Kept), i => Assert.True(CommandKeys.IsUsed(incident, new AcceptIncident { Key = new CommandKey($"{i}", "") })));
    }

    [Fact]
    public void Keys_are_stored_with_the_state_and_an_older_state_has_none()
    {
        var incident = Reported().Incident;
        var kept = CommandKeys.Remember(incident, _key);

        var read = IncidentFormat.Read(IncidentFormat.Write(kept));

        Assert.Equal([_key], read.CommandKeys);
        Assert.True(IncidentFormat.Read(IncidentFormat.Write(incident)).CommandKeys.IsDefault);
        Assert.Same(incident, CommandKeys.Remember(incident, null));
    }

    /// <summary>Whatever the incident went through in between, and whoever did it.</summary>
    [Fact]
    public void None_of_the_last_commands_is_carried_out_twice() => RandomStories.KeyedPlots.Sample(
        plot =>
        {
            var story = plot.Begin();
            var carriedOut = new List<IncidentCommand>();
            foreach (var command in plot.Commands.Select((c, i) => c(story) with { Key = new CommandKey($"{i}", "the same") }))
            {
                if (!story.After(TimeSpan.FromMinutes(20)).Try(command).Answer.Events.IsEmpty)
                {
                    carriedOut.Add(command);
                }
            }

            var version = story.Incident.Version;
            foreach (var command in carriedOut.TakeLast(CommandKeys.Kept))
            {
                Assert.Equal(IncidentDecision.Nothing, story.Try(command).Answer);
                Assert.Equal(IncidentRefusal.IdempotencyKeyReused, story.Try(new AddNote("Another one.", null) { Key = command.Key! with { Digest = "another" } }).Answer.Refusal);
            }

            Assert.Equal(version, story.Incident.Version);
        },
        iter: Iterations.AtMost(1_000));
}
