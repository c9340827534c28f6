using CsCheck;
using GridActors.Core.Webhooks;

namespace GridActors.Core.Tests.Webhooks;

public sealed class RetryRulesTests
{
    private static readonly DateTimeOffset _first = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(10, 2_560)]
    [InlineData(11, 5_120)]
    [InlineData(12, 7_200)]
    [InlineData(1_000, 7_200)]
    public void Waits_double_up_to_two_hours(int attempt, int seconds) =>
        Assert.Equal(_first.AddSeconds(seconds), RetryRules.NextAttempt(attempt, _first, _first, null, jitter: 0.5));

    [Fact]
    public void A_receiver_that_asks_for_time_gets_it() =>
        Assert.Equal(_first.AddMinutes(30), RetryRules.NextAttempt(1, _first, _first, TimeSpan.FromMinutes(30), jitter: 0.5));

    [Fact]
    public void A_receiver_that_asks_for_little_time_gets_no_less_than_others() =>
        Assert.Equal(_first.AddSeconds(80), RetryRules.NextAttempt(5, _first, _first, TimeSpan.FromSeconds(1), jitter: 0.5));

    [Fact]
    public void The_last_attempt_is_a_day_behind_the_first_and_then_it_is_given_up()
    {
        var late = _first.AddHours(23.5);

        Assert.Equal(_first.AddHours(24), RetryRules.NextAttempt(20, _first, late, null, jitter: 0.5));
        Assert.Null(RetryRules.NextAttempt(21, _first, _first.AddHours(24), null, jitter: 0.5));
        Assert.Null(RetryRules.NextAttempt(20, _first, late, TimeSpan.FromHours(1), jitter: 0.5));
    }

    [Fact]
    public void It_goes_on_for_exactly_a_day_whatever_the_jitter() => Gen.Double[0, 1].Array[100].Sample(jitters =>
    {
        var (now, attempts) = (_first, 1);
        while (RetryRules.NextAttempt(attempts, _first, now, null, jitters[attempts]) is { } next)
        {
            Assert.InRange(next - now, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(2.4));
            Assert.Equal(0, next.Ticks % TimeSpan.TicksPerMillisecond);
            (now, attempts) = (next, attempts + 1);
        }

        Assert.Equal(_first.AddHours(24), now);
        Assert.InRange(attempts, 18, 30);
    });

    [Fact]
    public void It_never_comes_sooner_than_asked_for_nor_later_than_a_day() =>
        Gen.Select(Gen.Int[1, 60], Gen.Double[0, 26], Gen.Double[0, 100_000], Gen.Double[0, 1]).Sample((attempt, hours, seconds, jitter) =>
        {
            var now = _first.AddHours(hours);
            var retryAfter = TimeSpan.FromSeconds(seconds);

            if (RetryRules.NextAttempt(attempt, _first, now, retryAfter, jitter) is { } next)
            {
                Assert.True(next >= now + retryAfter && next <= _first.AddHours(24) && next > now);
            }
            else
            {
                Assert.True(now + retryAfter > _first.AddHours(24) || now >= _first.AddHours(24));
            }
        });
}
