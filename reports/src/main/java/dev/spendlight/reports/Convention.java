package dev.spendlight.reports;

import java.util.function.Supplier;

/// Which of dot and comma is the decimal sign of one file.
///
/// Values that leave no doubt tell it. When a doubtful one comes first, the rest of the file is
/// looked through once; when nothing there tells, the account's marketplace and the language of the
/// header do.
final class Convention {
  /// Nobody can tell.
  static final char UNKNOWN = '?';

  private final Supplier<Convention> wholeFile;
  private final char otherwise;
  private boolean dot;
  private boolean comma;
  private boolean looked;
  private char relied = UNKNOWN;

  /// @param wholeFile what all values of the file tell; asked once, if ever
  /// @param otherwise the sign where none of them tells
  Convention(Supplier<Convention> wholeFile, char otherwise) {
    this.wholeFile = wholeFile;
    this.otherwise = otherwise;
  }

  /// One that only collects what values tell.
  static Convention collecting() {
    Convention collecting = new Convention(Convention::collecting, UNKNOWN);
    collecting.looked = true;
    return collecting;
  }

  /// A value without doubt has this sign.
  void decimal(char sign) {
    if (sign == '.') {
      dot = true;
    } else {
      comma = true;
    }
  }

  /// The sign to read a doubtful value by, or [#UNKNOWN].
  char settle() {
    if (!looked && dot == comma) {
      looked = true;
      Convention all = wholeFile.get();
      dot |= all.dot;
      comma |= all.comma;
    }
    if (dot && comma) {
      return UNKNOWN;
    }
    char settled = dot ? '.' : comma ? ',' : otherwise;
    if (settled != UNKNOWN) {
      relied = settled;
    }
    return settled;
  }

  /// Whether a doubtful value was read by a sign that another value contradicts.
  boolean contradicted() {
    return (relied == '.' && comma) || (relied == ',' && dot);
  }
}
