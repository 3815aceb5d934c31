package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Account ids as file names, and back.
///
/// Small letters, digits, `-` and `_` stand for themselves, `+a` is `A`, and everything else is `%`
/// and four hex digits for each UTF-16 unit: no two ids differ in case only, none leaves the
/// folder, and none is a reserved name. What is longer than a file name may be goes on in a folder
/// whose name ends in `.more`.
final class AccountFileName {
  /// What an account's file name ends with.
  static final String EXTENSION = ".duckdb";

  /// What the name of a folder ends with that holds longer names.
  static final String CONTINUED = ".more";

  private static final int LONGEST = 200;
  private static final int ESCAPE = 4;
  private static final int HEX = 16;

  private AccountFileName() {}

  /// The path of the account's file inside the folder of accounts.
  static Path of(AccountId account) {
    String encoded = encode(account.value());
    List<String> names = new ArrayList<>();
    int start = 0;
    while (encoded.length() - start > LONGEST) {
      names.add(encoded.substring(start, start + LONGEST) + CONTINUED);
      start += LONGEST;
    }
    names.add(encoded.substring(start) + EXTENSION);
    return Path.of("", names.toArray(String[]::new));
  }

  /// The account whose file this is, unless it is none.
  ///
  /// @param relative as [#of] gives it
  static Optional<AccountId> accountOf(Path relative) {
    StringBuilder encoded = new StringBuilder();
    int last = relative.getNameCount() - 1;
    for (int i = 0; i <= last; i++) {
      String name = relative.getName(i).toString();
      String ending = i == last ? EXTENSION : CONTINUED;
      if (!name.endsWith(ending)) {
        return Optional.empty();
      }
      encoded.append(name, 0, name.length() - ending.length());
    }
    try {
      AccountId account = new AccountId(decode(encoded));
      return of(account).equals(relative) ? Optional.of(account) : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static String encode(String id) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_') {
        name.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        name.append('+').append((char) (c - 'A' + 'a'));
      } else {
        name.append("%%%04x".formatted((int) c));
      }
    }
    return name.toString();
  }

  /// @throws IllegalArgumentException when [#encode] would not have written it so
  private static String decode(CharSequence name) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '+' && i + 1 < name.length()) {
        i++;
        id.append((char) (name.charAt(i) - 'a' + 'A'));
      } else if (c == '%' && i + ESCAPE < name.length()) {
        id.append((char) Integer.parseInt(name, i + 1, i + 1 + ESCAPE, HEX));
        i += ESCAPE;
      } else {
        id.append(c);
      }
    }
    return id.toString();
  }
}
