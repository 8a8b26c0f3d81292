package org.portolan.thesaurus;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a vocabulary as SKOS in RDF/XML, one concept after the other. */
public final class SkosWriter {
  private static final String RDF = "rdf";
  private static final String SKOS = "skos";
  private static final String OWN = "portolan";

  private final XMLStreamWriter xml;
  private final String base;

  private SkosWriter(XMLStreamWriter xml, String base) {
    this.xml = xml;
    this.base = base;
  }

  /**
   * @param base address of the page with all concepts; that of each follows after a slash
   */
  public static void write(Vocabulary vocabulary, String base, OutputStream out)
      throws XMLStreamException {
    // the JDK's own, whatever else the server brings along
    XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    new SkosWriter(xml, base).write(vocabulary);
    xml.flush();
    xml.close();
  }

  private void write(Vocabulary vocabulary) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement(RDF, "RDF", Skos.RDF);
    xml.writeNamespace(RDF, Skos.RDF);
    xml.writeNamespace(SKOS, Skos.SKOS);
    xml.writeNamespace(OWN, Skos.OWN);
    line();
    xml.writeStartElement(SKOS, "ConceptScheme", Skos.SKOS);
    about(base);
    xml.writeEndElement();
    line();
    for (Concept concept : vocabulary.concepts()) {
      write(concept);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void write(Concept concept) throws XMLStreamException {
    xml.writeStartElement(SKOS, "Concept", Skos.SKOS);
    about(address(concept.code()));
    reference("inScheme", base);
    xml.writeStartElement(SKOS, "notation", Skos.SKOS);
    xml.writeCharacters(concept.code());
    xml.writeEndElement();
    for (Term term : concept.terms()) {
      label(SKOS, term.kind() == TermKind.PREFERRED ? "prefLabel" : "altLabel", Skos.SKOS, term);
      if (term.kind() == TermKind.ACRONYM) {
        label(OWN, "acronym", Skos.OWN, term);
      }
    }
    if (!concept.broader().isEmpty()) {
      reference("broader", address(concept.broader()));
    }
    for (String narrower : concept.narrower()) {
      reference("narrower", address(narrower));
    }
    for (String related : concept.related()) {
      reference("related", address(related));
    }
    if (!concept.theme().isEmpty()) {
      xml.writeStartElement(OWN, "theme", Skos.OWN);
      xml.writeCharacters(concept.theme());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    line();
  }

  private String address(String code) {
    return base + "/" + code;
  }

  private void label(String prefix, String name, String namespace, Term term)
      throws XMLStreamException {
    xml.writeStartElement(prefix, name, namespace);
    xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", term.language());
    xml.writeCharacters(term.text());
    xml.writeEndElement();
  }

  private void about(String address) throws XMLStreamException {
    xml.writeAttribute(RDF, Skos.RDF, "about", address);
  }

  private void reference(String name, String address) throws XMLStreamException {
    xml.writeEmptyElement(SKOS, name, Skos.SKOS);
    xml.writeAttribute(RDF, Skos.RDF, "resource", address);
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
