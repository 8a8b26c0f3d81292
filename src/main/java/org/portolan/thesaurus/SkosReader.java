package org.portolan.thesaurus;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.portolan.platform.i18n.Language;

/**
 * Reads SKOS in RDF/XML, element by element. Of what a thesaurus may say it takes what ours has:
 * labels in our languages, one broader concept, related ones. What it leaves out it counts.
 */
final class SkosReader {
  static final int MOST_CONCEPTS = 20_000;
  static final int MOST_TERMS = 400_000;
  private static final int DEEPEST = 12;
  private static final int LONGEST_CODE = 80;
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final XMLStreamReader xml;

  /** By the address of the concept, in the order of the file. */
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  private final Map<String, Integer> leftOut = new TreeMap<>();
  private int terms;

  /** What was read of a concept. */
  private static final class Draft {
    private boolean concept;
    private String notation = "";
    private String theme = "";
    private final List<Term> labels = new ArrayList<>();
    private final Set<String> acronyms = new LinkedHashSet<>();
    private final Set<String> broader = new LinkedHashSet<>();
    private final Set<String> narrower = new LinkedHashSet<>();
    private final Set<String> related = new LinkedHashSet<>();
  }

  /**
   * What a file says.
   *
   * @param edits with codes that may be there twice, and relations to what may not be there
   * @param leftOut what was not taken, and how often: {@code language}, {@code broader}
   */
  record Read(List<ConceptEdit> edits, Map<String, Integer> leftOut) {}

  private SkosReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  static Read read(InputStream in) throws RefusedSkos {
    // the JDK's own, whatever else the server brings along
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        SkosReader reader = new SkosReader(xml);
        reader.document();
        return reader.result();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new RefusedSkos(RefusedSkos.Reason.UNREADABLE);
    }
  }

  private void document() throws XMLStreamException, RefusedSkos {
    while (xml.hasNext()) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        if (is(Skos.RDF, "RDF")) {
          continue;
        }
        node(1);
      }
    }
  }

  private int next() throws XMLStreamException, RefusedSkos {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new RefusedSkos(RefusedSkos.Reason.DECLARES);
    }
    return event;
  }

  /** Reads a described thing to its end; gives back its address. */
  private String node(int depth) throws XMLStreamException, RefusedSkos {
    if (depth > DEEPEST) {
      throw new RefusedSkos(RefusedSkos.Reason.LARGE);
    }
    String address = xml.getAttributeValue(Skos.RDF, "about");
    if (address == null) {
      address = xml.getAttributeValue(Skos.RDF, "ID");
    }
    address = address == null ? "" : address.strip();
    Draft draft = address.isEmpty() ? new Draft() : drafts.get(address);
    if (draft == null) {
      draft = new Draft();
      if (drafts.size() == MOST_CONCEPTS) {
        throw new RefusedSkos(RefusedSkos.Reason.LARGE);
      }
      drafts.put(address, draft);
    }
    draft.concept |= is(Skos.SKOS, "Concept");
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        property(draft, depth);
      }
    }
    return address;
  }

  private void property(Draft draft, int depth) throws XMLStreamException, RefusedSkos {
    String namespace = String.valueOf(xml.getNamespaceURI());
    String name = xml.getLocalName();
    String language = xml.getAttributeValue(XML, "lang");
    String resource = xml.getAttributeValue(Skos.RDF, "resource");
    StringBuilder text = new StringBuilder();
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        resource = node(depth + 1);
      } else if (xml.isCharacters() && text.length() <= ConceptRules.LONGEST_TERM) {
        text.append(xml.getText());
      }
    }
    String said = text.toString().strip();
    if (namespace.equals(Skos.SKOS)) {
      ofSkos(draft, name, said, language, resource);
    } else if (namespace.equals(Skos.OWN) && name.equals("acronym")) {
      draft.acronyms.add(ours(language) + " " + said);
    } else if (namespace.equals(Skos.OWN) && name.equals("theme")) {
      draft.theme = said;
    } else if (namespace.equals(Skos.RDF) && name.equals("type")) {
      draft.concept |= (Skos.SKOS + "Concept").equals(resource);
    }
  }

  private void ofSkos(Draft draft, String name, String said, String language, String resource)
      throws RefusedSkos {
    String other = resource == null ? "" : resource.strip();
    switch (name) {
      case "prefLabel" -> label(draft, TermKind.PREFERRED, said, language);
      case "altLabel", "hiddenLabel" -> label(draft, TermKind.ALTERNATIVE, said, language);
      case "notation" -> draft.notation = said;
      case "broader" -> draft.broader.add(other);
      case "narrower" -> draft.narrower.add(other);
      case "related" -> draft.related.add(other);
      default -> {}
    }
  }

  private void label(Draft draft, TermKind kind, String said, String language) throws RefusedSkos {
    if (++terms > MOST_TERMS) {
      throw new RefusedSkos(RefusedSkos.Reason.LARGE);
    }
    String ours = ours(language);
    if (ours.isEmpty() || said.isEmpty()) {
      leaveOut("language");
      return;
    }
    boolean named =
        kind == TermKind.PREFERRED
            && draft.labels.stream()
                .anyMatch(
                    term -> term.kind() == TermKind.PREFERRED && term.language().equals(ours));
    // American beside British English: one of them is the one that we prefer
    draft.labels.add(new Term(ours, named ? TermKind.ALTERNATIVE : kind, said));
  }

  /** The language of ours that a tag names, however narrowly; empty where it is none. */
  private static String ours(String tag) {
    return tag == null
        ? ""
        : Language.of(tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
            .map(Language::code)
            .orElse("");
  }

  private void leaveOut(String what) {
    leftOut.merge(what, 1, Integer::sum);
  }

  private boolean is(String namespace, String name) {
    return namespace.equals(xml.getNamespaceURI()) && name.equals(xml.getLocalName());
  }

  private Read result() throws RefusedSkos {
    drafts.values().removeIf(draft -> !draft.concept);
    if (drafts.isEmpty()) {
      throw new RefusedSkos(RefusedSkos.Reason.EMPTY);
    }
    drafts.forEach(
        (address, draft) ->
            draft.narrower.forEach(
                other -> {
                  Draft below = drafts.get(other);
                  if (below != null) {
                    below.broader.add(address);
                  }
                }));
    List<ConceptEdit> edits = new ArrayList<>();
    drafts.forEach((address, draft) -> edits.add(edit(address, draft)));
    return new Read(edits, leftOut);
  }

  private ConceptEdit edit(String address, Draft draft) {
    List<Term> labels =
        draft.labels.stream()
            .map(
                term ->
                    term.kind() == TermKind.ALTERNATIVE
                            && draft.acronyms.contains(term.language() + " " + term.text())
                        ? new Term(term.language(), TermKind.ACRONYM, term.text())
                        : term)
            .toList();
    List<String> above = draft.broader.stream().filter(other -> !other.isEmpty()).toList();
    for (int i = 1; i < above.size(); i++) {
      leaveOut("broader");
    }
    Set<String> beside = new LinkedHashSet<>();
    draft.related.stream()
        .filter(other -> !other.isEmpty() && !above.contains(other))
        .forEach(other -> beside.add(code(other, drafts.get(other))));
    return new ConceptEdit(
        code(address, draft),
        above.isEmpty() ? "" : code(above.get(0), drafts.get(above.get(0))),
        draft.theme,
        labels,
        beside);
  }

  /** Its notation, else the last part of its address, as a code is written. */
  private static String code(String address, Draft draft) {
    String own =
        draft == null || draft.notation.isEmpty()
            ? address.replaceAll("[/#]+$", "").replaceAll(".*[/#:]", "")
            : draft.notation;
    String plain =
        Normalizer.normalize(own, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST_CODE, plain.length()));
    return cut.replaceAll("^-+|-+$", "");
  }
}
