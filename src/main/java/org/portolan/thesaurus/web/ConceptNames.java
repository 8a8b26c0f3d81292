package org.portolan.thesaurus.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.Choice;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.KeptThesaurus;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermKind;

/** What concepts are called in the reader's language, else in another that has a name for them. */
@RequestScoped
class ConceptNames {
  @Inject private KeptThesaurus thesaurus;
  @Inject private CurrentLanguage language;

  /** A name of a concept, in a language. */
  public record Name(String code, String text, String language) {
    public String getDirection() {
      return Language.of(language).map(Language::direction).orElse("ltr");
    }
  }

  Name of(Concept concept) {
    Optional<Term> own = concept.preferred(language.getCode());
    return own.or(() -> concept.preferred(Language.EN.code()))
        .or(
            () ->
                concept.terms().stream()
                    .filter(term -> term.kind() == TermKind.PREFERRED)
                    .findFirst())
        .map(term -> new Name(concept.code(), term.text(), term.language()))
        .orElse(new Name(concept.code(), concept.code(), Language.EN.code()));
  }

  List<Name> of(Collection<String> codes) {
    return codes.stream()
        .flatMap(code -> thesaurus.get().find(code).stream())
        .map(this::of)
        .sorted(Comparator.comparing(Name::text, order()))
        .toList();
  }

  Comparator<String> order() {
    return Collator.getInstance(language.get().locale())::compare;
  }

  /** All concepts, to choose from. */
  List<Choice> choices(Collection<String> chosen) {
    return thesaurus.get().concepts().stream()
        .map(this::of)
        .sorted(Comparator.comparing(Name::text, order()))
        .map(name -> new Choice(name.code(), name.text(), chosen.contains(name.code())))
        .toList();
  }
}
