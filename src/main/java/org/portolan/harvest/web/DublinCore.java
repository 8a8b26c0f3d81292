package org.portolan.harvest.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Rights;
import org.portolan.platform.search.SearchDocument;

/** An item in the fifteen elements of Dublin Core, as {@code oai_dc} frames them. */
@ApplicationScoped
class DublinCore {
  static final String PREFIX = "oai_dc";
  static final String SPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";
  static final String SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";
  private static final String ELEMENTS = "http://purl.org/dc/elements/1.1/";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  @Inject private ItemWords words;

  String of(SearchDocument item) {
    return XmlText.of(xml -> write(xml, item));
  }

  private void write(XMLStreamWriter xml, SearchDocument item) throws XMLStreamException {
    xml.writeStartElement("oai_dc:dc");
    xml.writeNamespace("oai_dc", SPACE);
    xml.writeNamespace("dc", ELEMENTS);
    xml.writeNamespace("xsi", INSTANCE);
    xml.writeAttribute("xsi:schemaLocation", SPACE + " " + SCHEMA);
    for (Map.Entry<String, SearchDocument.Text> text : words.texts(item)) {
      inLanguage(xml, "dc:title", text.getKey(), text.getValue().title());
    }
    for (Map.Entry<String, SearchDocument.Text> text : words.texts(item)) {
      inLanguage(xml, "dc:description", text.getKey(), text.getValue().summary());
    }
    for (String theme : words.themes(item)) {
      inLanguage(xml, "dc:subject", "en", words.theme(theme, Language.EN));
    }
    for (String region : words.regions(item)) {
      inLanguage(xml, "dc:coverage", "en", words.region(region, Language.EN));
    }
    XmlText.element(xml, "dc:type", item.kind());
    XmlText.element(xml, "dc:format", "text/html");
    XmlText.element(xml, "dc:identifier", words.address(item));
    if (!item.code().isBlank()) {
      XmlText.element(xml, "dc:identifier", item.code());
    }
    for (Map.Entry<String, SearchDocument.Text> text : words.texts(item)) {
      XmlText.element(xml, "dc:language", text.getKey());
    }
    if (item.date() != null) {
      XmlText.element(
          xml, "dc:date", item.date().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }
    for (String relation : item.relations()) {
      XmlText.element(xml, "dc:relation", words.absolute(relation));
    }
    if (item.rights() != null) {
      rights(xml, item.rights());
    }
    xml.writeEndElement();
  }

  /** The body is what the item comes from; terms that have an address are told by it as well. */
  private static void rights(XMLStreamWriter xml, Rights rights) throws XMLStreamException {
    XmlText.element(xml, "dc:source", rights.holder());
    if (rights.address() != null) {
      XmlText.element(xml, "dc:rights", rights.address());
    }
    XmlText.element(xml, "dc:rights", rights.terms());
  }

  private static void inLanguage(XMLStreamWriter xml, String name, String language, String text)
      throws XMLStreamException {
    if (!text.isBlank()) {
      XmlText.element(xml, name, Map.of("xml:lang", language), text);
    }
  }
}
