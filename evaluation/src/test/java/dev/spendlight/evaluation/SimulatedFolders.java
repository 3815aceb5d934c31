package dev.spendlight.evaluation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.metric.DateRange;
import dev.spendlight.simulator.AccountShape;
import dev.spendlight.simulator.Incident;
import dev.spendlight.simulator.MorningFiles;
import dev.spendlight.simulator.SimulatedAccount;
import dev.spendlight.simulator.Truth;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/// Writes small account folders, as any generator may.
public final class SimulatedFolders {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 28);

  private SimulatedFolders() {}

  /// Three campaigns, one of which has a target that never sells.
  public static Path incidents(Path parent, long seed) throws IOException {
    return write(parent, seed, false, new Incident.ZeroConversion(1, 0, OptionalInt.empty()));
  }

  public static Path clean(Path parent, long seed) throws IOException {
    return write(parent, seed, true);
  }

  private static Path write(Path parent, long seed, boolean clean, Incident... incidents)
      throws IOException {
    SimulatedAccount account =
        SimulatedAccount.of(
            AccountShape.ending(LAST_DAY)
                .withCampaigns(3)
                .withProducts(2)
                .withDays(30)
                .withWeeklySpend(new BigDecimal("1500"))
                .withIncidents(incidents),
            seed);
    String name = "s%04d%s".formatted(seed, clean ? "c" : "");
    Path folder = parent.resolve(name);
    MorningFiles.of(account).write(folder, List.of(LAST_DAY.plusDays(1)), 30);
    ObjectNode json = JSON.createObjectNode();
    json.put("account", name).put("generator", "test-1").put("seed", seed).put("profile", "small");
    json.put("simulated", true).put("marketplace", "US").put("currency", "USD");
    json.put("timezone", "America/Los_Angeles").put("type", "seller");
    json.put("target_acos", 0.30).putNull("margin").put("weekly_spend", 1500).put("clean", clean);
    DateRange days = account.shape().period();
    json.putArray("mornings")
        .addObject()
        .put("folder", "2026-03-01")
        .put("pulled", "2026-03-01")
        .put("from", days.from().toString())
        .put("to", days.to().toString())
        .put("as_of", LAST_DAY.toString())
        .put("judged", true);
    ArrayNode truths = json.putArray("truths");
    account.truths().forEach(truth -> add(truth, truths.addObject()));
    json.putArray("neutrals");
    JSON.writeValue(folder.resolve("account.json").toFile(), json);
    return folder;
  }

  private static void add(Truth truth, ObjectNode json) {
    Subject subject = Subject.of(truth.entity());
    json.put("kind", truth.kind());
    json.putObject("entity")
        .put("type", subject.type())
        .put("id", subject.id())
        .put("name", subject.name());
    ArrayNode targets = json.putArray("target_ids");
    truth.targetIds().forEach(targets::add);
    truth
        .onset()
        .ifPresentOrElse(day -> json.put("onset", day.toString()), () -> json.putNull("onset"));
    json.put("weekly_impact", truth.weeklyImpact().amount());
  }
}
