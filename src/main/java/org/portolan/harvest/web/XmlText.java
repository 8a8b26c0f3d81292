package org.portolan.harvest.web;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes small pieces of XML; what XML cannot say is left out of texts. */
final class XmlText {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private XmlText() {}

  interface Writing {
    void on(XMLStreamWriter xml) throws XMLStreamException;
  }

  static String of(Writing writing) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
      writing.on(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    element(xml, name, Map.of(), text);
  }

  static void element(XMLStreamWriter xml, String name, Map<String, String> attributes, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    for (Map.Entry<String, String> each : attributes.entrySet()) {
      xml.writeAttribute(each.getKey(), each.getValue());
    }
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::allowed).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** XML 1.0, production 2. */
  private static boolean allowed(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000 && c <= 0x10FFFF;
  }
}
