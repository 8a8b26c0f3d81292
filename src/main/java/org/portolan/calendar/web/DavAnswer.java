package org.portolan.calendar.web;

import static org.portolan.calendar.web.DavElement.CALDAV;
import static org.portolan.calendar.web.DavElement.DAV;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An answer to a calendar program: what is known of each resource that it asked for. */
final class DavAnswer {
  static final String SERVER = "http://calendarserver.org/ns/";
  static final String APPLE = "http://apple.com/ns/ical/";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  /** Writes what a property holds. */
  @FunctionalInterface
  interface Value {
    void write(DavAnswer answer) throws XMLStreamException;

    static Value text(String text) {
      return answer -> answer.xml.writeCharacters(text);
    }

    static Value link(String address) {
      return answer -> answer.element(DAV, "href", address);
    }

    static Value empty(QName... names) {
      return answer -> {
        for (QName name : names) {
          answer.xml.writeEmptyElement(name.getNamespaceURI(), name.getLocalPart());
        }
      };
    }
  }

  private DavAnswer(String root) throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
    xml.setPrefix("D", DAV);
    xml.setPrefix("C", CALDAV);
    xml.setPrefix("S", SERVER);
    xml.setPrefix("A", APPLE);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement(DAV, root);
    xml.writeNamespace("D", DAV);
    xml.writeNamespace("C", CALDAV);
    xml.writeNamespace("S", SERVER);
    xml.writeNamespace("A", APPLE);
  }

  static DavAnswer multistatus() throws XMLStreamException {
    return new DavAnswer("multistatus");
  }

  /** Why a question is refused: by a name of the RFCs, or in words only. */
  static byte[] refusal(QName condition, String words) throws XMLStreamException {
    DavAnswer answer = new DavAnswer("error");
    if (condition != null) {
      answer.xml.writeEmptyElement(condition.getNamespaceURI(), condition.getLocalPart());
    }
    answer.element(DAV, "responsedescription", words);
    return answer.done();
  }

  /**
   * @param known values of all properties that the resource has
   * @param wanted names of those that are asked for
   */
  void response(String address, Map<QName, Value> known, List<QName> wanted)
      throws XMLStreamException {
    List<QName> missing = new ArrayList<>();
    xml.writeStartElement(DAV, "response");
    element(DAV, "href", address);
    List<QName> found = new ArrayList<>();
    wanted.forEach(name -> (known.containsKey(name) ? found : missing).add(name));
    if (!found.isEmpty() || missing.isEmpty()) {
      properties(found, known, "HTTP/1.1 200 OK");
    }
    if (!missing.isEmpty()) {
      properties(missing, Map.of(), "HTTP/1.1 404 Not Found");
    }
    xml.writeEndElement();
  }

  private void properties(List<QName> names, Map<QName, Value> values, String status)
      throws XMLStreamException {
    xml.writeStartElement(DAV, "propstat");
    xml.writeStartElement(DAV, "prop");
    for (QName name : names) {
      start(name);
      if (values.containsKey(name)) {
        values.get(name).write(this);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    element(DAV, "status", status);
    xml.writeEndElement();
  }

  /** A property of a space of names that we do not know is written with that space. */
  private void start(QName name) throws XMLStreamException {
    String space = name.getNamespaceURI();
    if (xml.getPrefix(space) != null && !space.isEmpty()) {
      xml.writeStartElement(space, name.getLocalPart());
    } else {
      xml.writeStartElement("", name.getLocalPart(), space);
      xml.writeDefaultNamespace(space);
    }
  }

  void gone(String address) throws XMLStreamException {
    xml.writeStartElement(DAV, "response");
    element(DAV, "href", address);
    element(DAV, "status", "HTTP/1.1 404 Not Found");
    xml.writeEndElement();
  }

  void token(String token) throws XMLStreamException {
    element(DAV, "sync-token", token);
  }

  void element(String space, String name, String text) throws XMLStreamException {
    xml.writeStartElement(space, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /** One of the reports that a collection answers. */
  void report(QName name) throws XMLStreamException {
    xml.writeStartElement(DAV, "supported-report");
    xml.writeStartElement(DAV, "report");
    xml.writeEmptyElement(name.getNamespaceURI(), name.getLocalPart());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  void privilege(String name) throws XMLStreamException {
    xml.writeStartElement(DAV, "privilege");
    xml.writeEmptyElement(DAV, name);
    xml.writeEndElement();
  }

  void component(String name) throws XMLStreamException {
    xml.writeEmptyElement(CALDAV, "comp");
    xml.writeAttribute("name", name);
  }

  byte[] done() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    return bytes.toByteArray();
  }

  static String text(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8);
  }
}
