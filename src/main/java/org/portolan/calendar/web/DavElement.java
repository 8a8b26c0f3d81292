package org.portolan.calendar.web;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a calendar program asks, as a tree of elements. Read without document types, entities and
 * anything from elsewhere, and only as deep and as much as such questions are.
 */
record DavElement(
    QName name, Map<String, String> attributes, List<DavElement> children, StringBuilder words) {
  static final String DAV = "DAV:";
  static final String CALDAV = "urn:ietf:params:xml:ns:caldav";

  /** A list of some thousand events is the longest that is asked for. */
  static final int MOST_BYTES = 512 * 1024;

  private static final int DEEPEST = 16;
  private static final int MOST_ELEMENTS = 12_000;

  /** What cannot be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  static DavElement read(byte[] body) throws Unreadable {
    // the JDK's own, whatever else the server brings along
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new Unreadable("The question is no XML that can be read.");
    }
  }

  private static DavElement read(XMLStreamReader reader) throws XMLStreamException, Unreadable {
    List<DavElement> open = new ArrayList<>();
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() == DEEPEST || ++count > MOST_ELEMENTS) {
            throw new Unreadable("The question is too deep or too long.");
          }
          DavElement element = started(reader);
          if (!open.isEmpty()) {
            open.get(open.size() - 1).children.add(element);
          }
          open.add(element);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          DavElement closed = open.remove(open.size() - 1);
          if (open.isEmpty()) {
            return closed;
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.get(open.size() - 1).words.append(reader.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Unreadable("A question has no document type and no entities.");
        default -> {
          // remarks mean nothing
        }
      }
    }
    throw new Unreadable("The question is empty.");
  }

  private static DavElement started(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new DavElement(reader.getName(), attributes, new ArrayList<>(), new StringBuilder());
  }

  boolean is(String namespace, String local) {
    return name.equals(new QName(namespace, local));
  }

  Stream<DavElement> all(String namespace, String local) {
    return children.stream().filter(child -> child.is(namespace, local));
  }

  Optional<DavElement> first(String namespace, String local) {
    return all(namespace, local).findFirst();
  }

  String text() {
    return words.toString().strip();
  }

  String attribute(String local) {
    return attributes.get(local);
  }
}
