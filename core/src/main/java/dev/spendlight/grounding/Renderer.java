package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.grounding.Wording.Dated;
import java.util.Optional;

/// Puts values and names in the place of their placeholders.
///
/// A fact renders as its value, metric and period together ([FactText] says when they need not be
/// said again).
final class Renderer {
  private final FactSheet sheet;
  private final Wording wording;

  Renderer(FactSheet sheet, Wording wording) {
    this.sheet = sheet;
    this.wording = wording;
  }

  /// How one text is to look.
  ///
  /// @param nameLength characters that a name may have
  /// @param dated when periods say their last day
  record Style(int nameLength, Dated dated) {
    static final Style INSIGHT = new Style(Wording.NAME_LENGTH, Dated.BRIEFLY);
    static final Style TEXT = new Style(80, Dated.IF_ANOTHER_DAY);
    static final Style SUMMARY = new Style(80, Dated.ALWAYS);
  }

  /// @param text whose placeholders all resolve
  String render(String text, Style style) {
    boolean beside = Placeholders.of(text).stream().anyMatch(this::isNotAccount);
    FactText facts = new FactText(sheet, wording, beside, style.dated());
    StringBuilder rendered = new StringBuilder();
    Placeholders.replace(
        text,
        rendered,
        id ->
            sheet
                .fact(id)
                .map(facts::next)
                .or(() ->
                    sheet
                        .alias(id)
                        .map(alias -> Wording.name(alias.entity().name(), style.nameLength())))
                .orElseThrow(() -> new IllegalStateException("unchecked placeholder " + id)));
    return capitalised(rendered);
  }

  private boolean isNotAccount(String id) {
    Optional<Entity> entity =
        sheet
            .fact(id)
            .map(fact -> fact.figure().entity())
            .or(() -> sheet.alias(id).map(alias -> alias.entity()));
    return entity.filter(each -> !(each instanceof Entity.Account)).isPresent();
  }

  private static String capitalised(StringBuilder text) {
    if (!text.isEmpty() && Character.isLowerCase(text.charAt(0))) {
      text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    }
    return text.toString();
  }
}
