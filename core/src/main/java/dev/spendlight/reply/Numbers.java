package dev.spendlight.reply;

import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Reads a number exactly. Only JSON's own grammar: what deviates from it may have been cut.
final class Numbers {
  /// Decimal digits that surely fit in a `long`.
  private static final int DIGITS_OF_LONG = 18;

  private Numbers() {}

  static NumericNode read(Cursor cursor) {
    int start = cursor.at();
    if (cursor.peek() == '-') {
      cursor.skip();
    }
    if (cursor.peek() == '0') {
      cursor.skip();
    } else {
      digits(cursor);
    }
    boolean integer = true;
    if (cursor.peek() == '.') {
      integer = false;
      cursor.skip();
      digits(cursor);
    }
    int exponent = 0;
    if (cursor.peek() == 'e' || cursor.peek() == 'E') {
      integer = false;
      exponent = exponent(cursor);
    }
    if (!endsNumber(cursor.peek())) {
      throw malformed(cursor);
    }
    int length = cursor.at() - start;
    if (length > JsonReader.MOST_DIGITS || exponent > JsonReader.MOST_EXPONENT) {
      throw new Unreadable("A number is too long or too large to be meant: write it out.", start);
    }
    String digits = cursor.from(start);
    return integer ? integer(digits) : DecimalNode.valueOf(new BigDecimal(digits));
  }

  private static NumericNode integer(String digits) {
    if (digits.length() > DIGITS_OF_LONG) {
      BigInteger large = new BigInteger(digits);
      if (large.bitLength() >= Long.SIZE) {
        return BigIntegerNode.valueOf(large);
      }
    }
    long value = Long.parseLong(digits);
    return (int) value == value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  private static void digits(Cursor cursor) {
    if (!isDigit(cursor.peek())) {
      throw malformed(cursor);
    }
    while (isDigit(cursor.peek())) {
      cursor.skip();
    }
  }

  /// @return its size without sign, or any value above the limit
  private static int exponent(Cursor cursor) {
    cursor.skip();
    if (cursor.peek() == '+' || cursor.peek() == '-') {
      cursor.skip();
    }
    int start = cursor.at();
    digits(cursor);
    int size = 0;
    for (int i = start - cursor.at(); i < 0 && size <= JsonReader.MOST_EXPONENT; i++) {
      size = size * 10 + (cursor.peek(i) - '0');
    }
    return size;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean endsNumber(int c) {
    return switch (c) {
      case Cursor.END, ',', ']', '}', '/', ' ', '\t', '\n', '\r' -> true;
      default -> Cursor.isUnusualSpace(c);
    };
  }

  private static Unreadable malformed(Cursor cursor) {
    return cursor.unreadable(
        "A number is cut or not written as JSON writes it: only digits, one point, one exponent.");
  }
}
