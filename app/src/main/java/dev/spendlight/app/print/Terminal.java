package dev.spendlight.app.print;

import dev.spendlight.grounding.Wording;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Where output goes and what it can show.
///
/// @param out answers and documents, nothing else
/// @param err progress and what went wrong
/// @param width columns of a line
/// @param colour whether `out` shows colour
/// @param live whether `err` is a terminal, on which a line may be written over
/// @param blocks whether `out` shows block characters, to draw with
public record Terminal(
    PrintStream out, PrintStream err, int width, boolean colour, boolean live, boolean blocks) {
  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;
  private static final int MOST_WIDTH = 200;

  /// From the environment that the launcher sets: `SPENDLIGHT_TERMINAL` holds `1` when stdout is a
  /// terminal and `2` when stderr is; `COLUMNS` the width; `NO_COLOR` turns colour off whatever it
  /// holds. A dumb terminal, or a locale that names another character set than UTF-8, gets drawings
  /// of plain characters.
  public static Terminal of(PrintStream out, PrintStream err, Map<String, String> environment) {
    String terminals = environment.getOrDefault("SPENDLIGHT_TERMINAL", "");
    boolean colour =
        terminals.contains("1")
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(
        out,
        err,
        width(environment.getOrDefault("COLUMNS", "")),
        colour,
        terminals.contains("2"),
        hasBlocks(environment));
  }

  private static boolean hasBlocks(Map<String, String> environment) {
    return !environment.getOrDefault("TERM", "").equals("dumb")
        && Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, "").toUpperCase(Locale.ROOT))
            .allMatch(locale ->
                !locale.contains(".") || locale.contains("UTF-8") || locale.contains("UTF8"));
  }

  private static int width(String columns) {
    boolean told = columns.matches("[0-9]{1,4}");
    return told ? Math.clamp(Integer.parseInt(columns), LEAST_WIDTH, MOST_WIDTH) : USUAL_WIDTH;
  }

  /// Colours of meaning, not of taste.
  public enum Tone {
    STRONG("1"),
    GOOD("32"),
    WARN("33"),
    BAD("31"),
    QUIET("2");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  public String toned(Tone tone, String text) {
    return colour ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
  }

  /// One line that says what went wrong.
  public void error(String sentence) {
    err.println("spendlight: " + Wording.plain(sentence));
  }

  public void line(String text) {
    out.println(text);
  }

  public void line() {
    out.println();
  }

  /// Text broken between words to the width, further lines indented; a word wider than a line is
  /// broken too.
  public void paragraph(String first, String text) {
    String indent = " ".repeat(Glyphs.width(first));
    StringBuilder line = new StringBuilder(first);
    int used = Glyphs.width(first);
    boolean fresh = true;
    for (String word : Glyphs.words(text, width - indent.length())) {
      int wide = Glyphs.width(word);
      if (!fresh && used + 1 + wide > width) {
        out.println(line);
        line = new StringBuilder(indent);
        used = indent.length();
        fresh = true;
      }
      String rest = word;
      while (fresh && used + Glyphs.width(rest) > width) {
        String fits = Glyphs.head(rest, width - used);
        out.println(line.append(fits));
        rest = rest.substring(fits.length());
        line = new StringBuilder(indent);
        used = indent.length();
      }
      line.append(fresh ? "" : " ").append(rest);
      used += Glyphs.width(rest) + (fresh ? 0 : 1);
      fresh = false;
    }
    out.println(line);
  }
}
