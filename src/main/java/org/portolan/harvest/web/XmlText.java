package org.portolan.harvest.web;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.portolan.platform.web.XmlCharacters;

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
    xml.writeCharacters(XmlCharacters.of(text));
    xml.writeEndElement();
  }
}
