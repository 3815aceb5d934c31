package dev.spendlight.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Product lines and brands to choose from. The brands are invented.
record Vocabulary(List<ProductLine> lines, List<String> brands) {

  static Vocabulary load() {
    return new Vocabulary(
        read("product-lines.tsv").stream().skip(1).map(Vocabulary::line).toList(),
        read("brands.txt"));
  }

  private static ProductLine line(String row) {
    List<String> cells = List.of(row.split("\t", -1));
    return new ProductLine(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        Double.parseDouble(cells.get(3)),
        List.of(cells.get(4).split(";", -1)),
        List.of(cells.get(5).split(";", -1)));
  }

  private static List<String> read(String resource) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
