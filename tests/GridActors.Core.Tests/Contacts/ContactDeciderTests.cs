using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Contacts;

public sealed class ContactDeciderTests
{
    private const string Purpose = "To ask where the lid is";

    [Fact]
    public void The_holder_sees_it_at_any_time_and_the_record_says_what_for()
    {
        foreach (var story in new[] { Reported(), Accepted(), Handled(), Closed() })
        {
            var before = story.Incident;

            story.Do(new ShowContact(Purpose));

            Assert.Equal(before with { Version = before.Version + 1 }, story.Incident);
            Assert.Equal((By(Township), Purpose), (story.Last<ContactShown>().By, story.Last<ContactShown>().Purpose));
        }
    }

    [Fact]
    public void Nobody_else_sees_it()
    {
        Reported().Refuses(
            IncidentRefusal.NotHolder,
            new ShowContact(Purpose, By(County)),
            new ShowContact(Purpose, By(Village)),
            new ShowContact(Purpose, By(Wang)),
            new ShowContact(Purpose, Actor.Of(Water)),
            new ShowContact(Purpose, Actor.Requester));
        ReportedAt(Tier.Grid).Refuses(IncidentRefusal.NotHolder, new ShowContact(Purpose, By(Village)), new ShowContact(Purpose, By(County)));
    }

    [Fact]
    public void Of_a_grid_and_of_a_village_the_township_sees_it_too()
    {
        Assert.Equal(By(Township), ReportedAt(Tier.Grid).Do(new ShowContact(Purpose, By(Township))).Last<ContactShown>().By);
        Assert.Equal(By(Township), ReportedAt(Tier.Village).Do(new ShowContact(Purpose, By(Township))).Last<ContactShown>().By);
        Assert.Equal(By(Story.Grid), ReportedAt(Tier.Grid).Do(new ShowContact(Purpose)).Last<ContactShown>().By);
    }

    [Fact]
    public void Without_a_purpose_nobody_sees_it() =>
        Reported().Refuses(IncidentRefusal.PurposeRequired, new ShowContact(""), new ShowContact(" "));

    [Fact]
    public void Once_it_has_moved_on_the_former_holder_sees_it_no_more() =>
        Accepted().Do(new ForwardIncident("Not ours")).Refuses(IncidentRefusal.NotHolder, new ShowContact(Purpose, By(Township)));
}
