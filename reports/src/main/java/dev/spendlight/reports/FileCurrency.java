package dev.spendlight.reports;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// The currency of one file's money: its currency column, else the sign in its headers, else the
/// sign beside amounts.
final class FileCurrency {
  private final Optional<Currency> account;
  private final String lineWord;
  private String lastCode = "";
  private Optional<Currency> column = Optional.empty();
  private long columnLine;
  private String lastSign = "";
  private Optional<List<Currency>> signs = Optional.empty();
  private String problem = "";

  /// @param account the account's currency, which decides what a dollar sign means
  FileCurrency(Optional<Currency> account, String lineWord) {
    this.account = account;
    this.lineWord = lineWord;
  }

  /// The currency cell of a row.
  ///
  /// @return whether it names a currency
  boolean code(String code, long line) {
    if (code.equals(lastCode)) {
      return true;
    }
    Optional<Currency> named = CurrencySign.ofCode(code);
    if (named.isEmpty()) {
      return false;
    }
    if (column.isPresent() && !column.equals(named) && problem.isEmpty()) {
      problem =
          "It holds two currencies, %s (%s %d) and %s (%s %d), which cannot be added; export one account a file."
              .formatted(column.get(), lineWord, columnLine, named.get(), lineWord, line);
    }
    if (column.isEmpty()) {
      column = named;
      columnLine = line;
    }
    lastCode = code;
    return true;
  }

  /// A sign in a header.
  void headerSign(String sign) {
    meanings(CurrencySign.meanings(sign));
  }

  /// Text beside an amount.
  ///
  /// @return whether it is a currency's sign
  boolean sign(char[] chars, int from, int length) {
    if (isLastSign(chars, from, length)) {
      return true;
    }
    String sign = new String(chars, from, length);
    List<Currency> meanings = CurrencySign.meanings(sign);
    if (meanings.isEmpty()) {
      return false;
    }
    lastSign = sign;
    meanings(meanings);
    return true;
  }

  private boolean isLastSign(char[] chars, int from, int length) {
    if (lastSign.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lastSign.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }

  private void meanings(List<Currency> meanings) {
    List<Currency> before = signs.orElse(meanings);
    List<Currency> both = before.stream().filter(meanings::contains).toList();
    if (both.isEmpty() && problem.isEmpty()) {
      problem =
          "It shows amounts in two currencies, %s and %s, which cannot be added; export one account a file."
              .formatted(before.getFirst(), meanings.getFirst());
    }
    signs = Optional.of(both);
  }

  /// What the file tells, empty when it tells nothing.
  ///
  /// @throws Refusal when it tells two currencies, or another than the account's
  Optional<Currency> told() throws Refusal {
    if (!problem.isEmpty()) {
      throw new Refusal(problem);
    }
    if (column.isPresent() && signs.isPresent() && !signs.get().contains(column.get())) {
      throw new Refusal(
          "Its currency column says %s and its amounts are in %s; export the report again."
              .formatted(column.get(), signs.get().getFirst()));
    }
    Optional<Currency> told =
        column.or(() ->
            signs.map(
                meanings -> account.filter(meanings::contains).orElseGet(meanings::getFirst)));
    if (told.isPresent() && account.isPresent() && !told.equals(account)) {
      throw new Refusal(
          "It is in %s and the account is in %s; import it into an account of its own, or set the account's currency if that is wrong."
              .formatted(told.get(), account.get()));
    }
    return told;
  }
}
