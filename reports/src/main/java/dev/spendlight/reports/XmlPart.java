package dev.spendlight.reports;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part of a workbook, read as a stream, without document types and without anything from
/// outside.
final class XmlPart implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();
  private static final int BUFFER = 1 << 14;

  private final InputStream bytes;
  private final XMLStreamReader xml;

  XmlPart(InputStream bytes) throws IOException {
    this.bytes = bytes;
    try {
      this.xml = FACTORY.createXMLStreamReader(characters(bytes));
    } catch (XMLStreamException e) {
      bytes.close();
      throw damaged(e);
    }
  }

  /// Workbooks are in UTF-8. Decoded here, for the parser prints a line of its own on broken bytes.
  private static Reader characters(InputStream bytes) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new ShortRuns(bytes), StandardCharsets.UTF_8.newDecoder()),
            BUFFER);
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /// Goes to the next beginning or end of an element.
  ///
  /// @return whether there is one
  boolean next() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw damaged(e);
    } catch (RuntimeException e) {
      // The parser of the JDK answers some broken names and encodings with an exception of its own
      // inside.
      throw new IOException("broken XML", e);
    }
  }

  boolean begins(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  /// Empty when there is no such attribute.
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /// An attribute that has a name space, such as `r:id`; empty when there is none.
  String qualified(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name) && xml.getAttributeNamespace(i) != null) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /// Adds the text up to the end of the element whose beginning was just met, without that of
  /// elements inside.
  void text(StringBuilder text) throws IOException, Refusal {
    try {
      int depth = 1;
      while (depth > 0 && xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (depth == 1) {
              text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            if (text.length() > Limits.CELL) {
              throw new Refusal(
                  "It has a cell of more than %,d characters, which no report has; export the report again."
                      .formatted(Limits.CELL));
            }
          }
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw damaged(e);
    } catch (RuntimeException e) {
      throw new IOException("broken XML", e);
    }
  }

  private static IOException damaged(XMLStreamException e) {
    return e.getNestedException() instanceof IOException io ? io : new IOException("broken XML", e);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /// Fails when two tags are so far apart that the parser would need much memory, and on text that
  /// is not made of single bytes, in which that could not be seen.
  private static final class ShortRuns extends FilterInputStream {
    private int run;
    private long read;

    ShortRuns(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      for (int i = offset; i < offset + n; i++) {
        run = target[i] == '<' ? 0 : run + 1;
        if (target[i] == 0 || run > Limits.XML_RUN) {
          throw new IOException("broken XML");
        }
      }
      read += Math.max(n, 0);
      if (read > Limits.CONTENT_BYTES) {
        throw new MeteredStream.TooLargeException(Limits.CONTENT_BYTES);
      }
      return n;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
