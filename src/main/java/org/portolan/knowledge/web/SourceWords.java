package org.portolan.knowledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.portolan.knowledge.Licence;
import org.portolan.knowledge.Readers;
import org.portolan.knowledge.Source;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;

/** What is said of the source of a practice, in the words of the reader. */
@RequestScoped
class SourceWords {
  @Inject private Texts texts;
  @Inject private Formats formats;

  String name(Licence licence) {
    return licence.label() == null
        ? texts.get("knowledge.licence." + licence.code())
        : licence.label();
  }

  String readers(Readers readers) {
    return texts.get("knowledge.readers." + readers.code());
  }

  String consent(Source source) {
    return texts.of2(
        "knowledge.practice.consent",
        source.consentFrom(),
        formats.date(LocalDate.parse(source.consentOn())));
  }
}
