package dev.spendlight.prompt;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.Health;
import dev.spendlight.fact.Alias;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Driver;
import dev.spendlight.finding.Finding;
import dev.spendlight.finding.RuledOut;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes the facts of an account for a model, most important findings first, as far as there is
/// room.
public final class PromptWriter {
  /// Changes with every change of the template.
  public static final String VERSION = "2";

  /// Of English text and placeholders a token holds at least this many characters.
  private static final int CHARACTERS_OF_TOKEN = 3;

  private final String system = resource("system-" + VERSION + ".txt");
  private final int characters;

  /// @param tokens that the facts may have
  public PromptWriter(int tokens) {
    this.characters = tokens * CHARACTERS_OF_TOKEN;
  }

  private static String resource(String name) {
    try (InputStream in = PromptWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param shown how a fact reads once it is put in
  public Prompt write(FactSheet sheet, Tags tags, Function<Fact, String> shown) {
    Map<String, String> findings = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder("THE ACCOUNT\n");
    text.append("  overall_health: ").append(Health.of(sheet).key()).append('\n');
    sheet.facts().stream()
        .filter(fact -> fact.finding().isEmpty())
        .forEach(fact -> fact(text, fact, shown));
    text.append("\nFINDINGS, the most important first\n");
    int leftOut = 0;
    for (Finding finding : sheet.findings().findings()) {
      String alias = "n" + (findings.size() + 1);
      String block = block(sheet, finding, alias, tags, shown);
      if (leftOut == 0 && text.length() + block.length() <= characters) {
        findings.put(alias, finding.id());
        text.append(block);
      } else {
        leftOut++;
      }
    }
    if (findings.isEmpty()) {
      text.append("none beyond chance\n");
    }
    if (leftOut > 0) {
      text.append("left out for want of room: ").append(leftOut).append(" less important ones\n");
    }
    text.append("\nTESTED AND NORMAL\n").append(normal(sheet.findings().ruledOut()));
    return new Prompt(VERSION, system, text.toString(), findings, leftOut);
  }

  /// What goes back with a reply that was wrong.
  ///
  /// @param violations one sentence each
  public String correction(List<String> violations) {
    return "Your answer cannot be used as it is. What is wrong with it:\n"
        + violations.stream().map("- %s\n"::formatted).collect(Collectors.joining())
        + "Answer again with the whole JSON, and change only what is wrong.";
  }

  private static void fact(StringBuilder text, Fact fact, Function<Fact, String> shown) {
    text.append("  {").append(fact.id()).append("} ").append(shown.apply(fact)).append('\n');
  }

  private static String block(
      FactSheet sheet, Finding finding, String alias, Tags tags, Function<Fact, String> shown) {
    StringBuilder text = new StringBuilder();
    text.append(alias)
        .append(' ')
        .append(finding.kind().key())
        .append(": ")
        .append(thing(sheet, finding.entity(), tags));
    FactSheet.campaignOf(finding)
        .filter(campaign -> !campaign.equals(finding.entity()))
        .flatMap(sheet::aliasOf)
        .ifPresent(campaign -> text.append(" in campaign ").append(name(campaign)));
    text.append(
            finding.onset().isPresent() ? ", since a day in these weeks" : ", as long as is known")
        .append('\n');
    sheet.facts().stream()
        .filter(fact -> fact.finding().equals(Optional.of(finding.id())))
        .forEach(fact -> fact(text, fact, shown));
    finding
        .action()
        .ifPresent(action ->
            text.append("  action: ")
                .append(ActionLine.of(sheet, finding, action, tags))
                .append('\n'));
    String drivers = drivers(finding);
    if (!drivers.isEmpty()) {
      text.append("  drivers: ").append(drivers).append('\n');
    }
    return text.toString();
  }

  /// For example `exact keyword {k1} [generic]`.
  static String thing(FactSheet sheet, Entity entity, Tags tags) {
    List<Tag> told = tags.of(entity);
    return noun(entity)
        + sheet.aliasOf(entity).map(alias -> " " + name(alias)).orElse("")
        + (told.isEmpty()
            ? ""
            : told.stream().map(Tag::words).collect(Collectors.joining(", ", " [", "]")));
  }

  private static String name(Alias alias) {
    return "{" + alias.id() + "}";
  }

  private static String noun(Entity entity) {
    return switch (entity) {
      case Entity.Account any -> "the account";
      case Entity.Product any -> "product";
      case Entity.Campaign any -> "campaign";
      case Entity.CampaignMatch match -> match(match.matchType()) + " targets of campaign";
      case Entity.AdGroup any -> "ad group";
      case Entity.Keyword target -> match(target.matchType()) + " target";
      case Entity.SearchTerm any -> "search term";
      case Entity.Placement any -> "placement";
    };
  }

  private static String match(MatchType match) {
    return match.name().toLowerCase(Locale.ROOT);
  }

  private static String drivers(Finding finding) {
    return finding.drivers().stream()
        .map(PromptWriter::driver)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String driver(Driver driver) {
    return switch (driver) {
      case Driver.Part part ->
          part.factor().words() + (part.after() >= part.before() ? " rose" : " fell");
      case Driver.YourChange change ->
          "the account's own people changed the "
              + change.what().key().replace('_', ' ')
              + (change.to() >= change.from() ? " up" : " down");
    };
  }

  private static String normal(List<RuledOut> ruledOut) {
    return ruledOut.isEmpty()
        ? "nothing was tested\n"
        : ruledOut.stream()
            .map(each -> each.kind().key() + ": " + each.tested() + " tested")
            .distinct()
            .collect(Collectors.joining("\n", "", "\n"));
  }
}
