package org.portolan.harvest.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Rights;
import org.portolan.platform.search.SearchDocument;

/** An item as IEEE 1484.12.1 describes what teaches something (LOM), in its XML binding. */
@ApplicationScoped
class LearningObject {
  static final String PREFIX = "lom";
  static final String SPACE = "http://ltsc.ieee.org/xsd/LOM";
  static final String SCHEMA = "http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String VOCABULARY = "LOMv1.0";

  @Inject private ItemWords words;

  String of(SearchDocument item) {
    return XmlText.of(xml -> write(xml, item));
  }

  private void write(XMLStreamWriter xml, SearchDocument item) throws XMLStreamException {
    xml.writeStartElement("lom");
    xml.writeDefaultNamespace(SPACE);
    xml.writeNamespace("xsi", INSTANCE);
    xml.writeAttribute("xsi:schemaLocation", SPACE + " " + SCHEMA);
    general(xml, item);
    if (item.date() != null) {
      lifeCycle(xml, item);
    }
    xml.writeStartElement("technical");
    XmlText.element(xml, "format", "text/html");
    XmlText.element(xml, "location", words.address(item));
    xml.writeEndElement();
    if (item.rights() != null) {
      rights(xml, item.rights());
    }
    for (String theme : words.themes(item)) {
      classification(xml, theme);
    }
    xml.writeEndElement();
  }

  private void general(XMLStreamWriter xml, SearchDocument item) throws XMLStreamException {
    List<Map.Entry<String, SearchDocument.Text>> texts = words.texts(item);
    xml.writeStartElement("general");
    xml.writeStartElement("identifier");
    XmlText.element(xml, "catalog", "URI");
    XmlText.element(xml, "entry", words.address(item));
    xml.writeEndElement();
    strings(xml, "title", texts, SearchDocument.Text::title);
    for (Map.Entry<String, SearchDocument.Text> text : texts) {
      XmlText.element(xml, "language", text.getKey());
    }
    if (texts.stream().anyMatch(text -> !text.getValue().summary().isBlank())) {
      strings(xml, "description", texts, SearchDocument.Text::summary);
    }
    for (String region : words.regions(item)) {
      string(xml, "coverage", words.region(region, Language.EN));
    }
    xml.writeEndElement();
  }

  private static void lifeCycle(XMLStreamWriter xml, SearchDocument item)
      throws XMLStreamException {
    xml.writeStartElement("lifeCycle");
    xml.writeStartElement("contribute");
    vocabulary(xml, "role", "publisher");
    xml.writeStartElement("date");
    XmlText.element(xml, "dateTime", item.date().truncatedTo(ChronoUnit.SECONDS).toString());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void rights(XMLStreamWriter xml, Rights rights) throws XMLStreamException {
    xml.writeStartElement("rights");
    vocabulary(xml, "cost", "no");
    vocabulary(xml, "copyrightAndOtherRestrictions", "yes");
    string(
        xml,
        "description",
        rights.terms()
            + (rights.address() == null ? "" : " (" + rights.address() + ")")
            + ". "
            + rights.holder());
    xml.writeEndElement();
  }

  private void classification(XMLStreamWriter xml, String theme) throws XMLStreamException {
    xml.writeStartElement("classification");
    vocabulary(xml, "purpose", "discipline");
    xml.writeStartElement("taxonPath");
    string(xml, "source", "Portolan");
    xml.writeStartElement("taxon");
    XmlText.element(xml, "id", theme);
    xml.writeStartElement("entry");
    for (Language language : Language.values()) {
      XmlText.element(
          xml, "string", Map.of("language", language.code()), words.theme(theme, language));
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void strings(
      XMLStreamWriter xml,
      String name,
      List<Map.Entry<String, SearchDocument.Text>> texts,
      Function<SearchDocument.Text, String> part)
      throws XMLStreamException {
    xml.writeStartElement(name);
    for (Map.Entry<String, SearchDocument.Text> text : texts) {
      String value = part.apply(text.getValue());
      if (!value.isBlank()) {
        XmlText.element(xml, "string", Map.of("language", text.getKey()), value);
      }
    }
    xml.writeEndElement();
  }

  private static void string(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    XmlText.element(xml, "string", Map.of("language", "en"), text);
    xml.writeEndElement();
  }

  private static void vocabulary(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    XmlText.element(xml, "source", VOCABULARY);
    XmlText.element(xml, "value", value);
    xml.writeEndElement();
  }
}
