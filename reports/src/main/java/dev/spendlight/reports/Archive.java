package dev.spendlight.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip file of reports. Members are read where they are; their names are shown and never become
/// paths.
final class Archive implements AutoCloseable {
  private final String name;
  private final ZipFile zip;

  private Archive(String name, ZipFile zip) {
    this.name = name;
    this.zip = zip;
  }

  static Archive open(String name, Path file) throws IOException {
    return new Archive(name, new ZipFile(file.toFile()));
  }

  /// Whether it is an Excel workbook, which is a zip file too.
  boolean isWorkbook() {
    return zip.getEntry("[Content_Types].xml") != null || zip.getEntry("xl/workbook.xml") != null;
  }

  /// All members but folders and hidden ones.
  List<Content> members() throws Refusal {
    if (zip.size() > Limits.FILES) {
      throw new Refusal(
          "It holds more than %,d files; import it in parts.".formatted(Limits.FILES));
    }
    List<Content> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : zip.stream().<ZipEntry>map(each -> each).toList()) {
      if (entry.isDirectory() || isHidden(entry.getName())) {
        continue;
      }
      if (!names.add(entry.getName())) {
        throw new Refusal(
            "It holds two files of the name \"%s\"; pack it again."
                .formatted(Shown.text(entry.getName())));
      }
      members.add(
          new Content(
              name + "/" + Shown.name(entry.getName()),
              Math.max(0, entry.getCompressedSize()),
              () -> ZipPart.open(zip, entry),
              Optional.empty()));
    }
    if (members.isEmpty()) {
      throw new Refusal("It is an archive without files; pack the reports into it.");
    }
    return members;
  }

  private static boolean isHidden(String member) {
    for (String part : member.split("[/\\\\]", -1)) {
      if ((part.startsWith(".") && !part.startsWith("..")) || part.equals("__MACOSX")) {
        return true;
      }
    }
    return false;
  }

  /// What went wrong with a zip file, in a sentence.
  static Refusal refusal(ZipException e) {
    String what = String.valueOf(e.getMessage());
    if (what.contains("encrypted")) {
      return new Refusal("It is encrypted; unpack it and import its files.");
    }
    if (what.contains("END header")) {
      return new Refusal("It is cut off: the end of the archive is missing; download it again.");
    }
    return new Refusal(
        "It is damaged (%s); download or export it again.".formatted(Shown.text(what)));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
