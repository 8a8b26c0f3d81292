package org.portolan.platform.reading;

import java.io.IOException;
import org.portolan.platform.reading.FileFormat.Unit;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the text out of the markup that a parser makes of a document, and knows its parts. */
final class PartHandler extends DefaultHandler {
  private static final String SLIDE = "slide-content";

  private final Unit unit;
  private final TextParts parts;
  private int depth;
  private int body = -1;
  private boolean open;

  PartHandler(Unit unit, TextParts parts) {
    this.unit = unit;
    this.parts = parts;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    depth++;
    if (name.equals("body")) {
      body = depth;
    }
    if (begins(name, attributes)) {
      if (open) {
        end();
      }
      open = true;
    }
    if (!parts.going()) {
      throw new SAXException("enough");
    }
  }

  private boolean begins(String name, Attributes attributes) {
    return switch (unit) {
      case SHEET -> name.equals("div") && depth == body + 1;
      case SLIDE -> name.equals("div") && SLIDE.equals(attributes.getValue("class"));
      default -> false;
    };
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    depth--;
    switch (name) {
      case "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "div", "title" -> line('\n');
      case "td", "th" -> line(' ');
      default -> {
        // in the line
      }
    }
  }

  private void line(char end) throws SAXException {
    add(new char[] {end}, 0, 1);
  }

  private void add(char[] text, int from, int length) throws SAXException {
    if (unit != Unit.NONE) {
      parts.append(text, from, length);
      return;
    }
    try {
      parts.flow(text, from, length);
    } catch (IOException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void characters(char[] text, int from, int length) throws SAXException {
    if (body < 0) {
      return; // the head says again what is in the document, or what made it
    }
    if (!parts.going()) {
      throw new SAXException("enough");
    }
    add(text, from, length);
  }

  @Override
  public void ignorableWhitespace(char[] text, int from, int length) throws SAXException {
    characters(text, from, length);
  }

  private void end() throws SAXException {
    try {
      parts.end();
    } catch (IOException e) {
      throw new SAXException(e);
    }
  }
}
