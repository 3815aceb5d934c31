package dev.spendlight.service;

import java.time.Duration;

/// How long things may take and are good for.
///
/// @param judging that somebody who wants what is there waits for new data to be judged, before an
///   older answer is given
/// @param answer that anybody waits for an answer at all
/// @param words for which new figures are put into the same words and no model is asked, as long as
///   the first findings stay what they are
/// @param question the longest that a question to a model may be under way, correction included;
///   whoever has been asking for longer is taken to be gone
/// @param retry after which a model that could not be asked is asked again
public record Patience(
    Duration judging, Duration answer, Duration words, Duration question, Duration retry) {

  /// Two seconds, a minute and a half, two days, two minutes, one minute.
  public static Patience standard() {
    return new Patience(
        Duration.ofSeconds(2),
        Duration.ofSeconds(90),
        Duration.ofDays(2),
        Duration.ofMinutes(2),
        Duration.ofMinutes(1));
  }

  public Patience withWords(Duration value) {
    return new Patience(judging, answer, value, question, retry);
  }
}
