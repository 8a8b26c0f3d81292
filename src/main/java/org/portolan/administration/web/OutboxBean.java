package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.mail.LetterFilter;
import org.portolan.platform.mail.LetterState;
import org.portolan.platform.mail.OutboxDesk;
import org.portolan.platform.mail.PostedLetter;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.LazyRows;
import org.portolan.platform.web.PageParameters;

/** All letters of the installation, the newest first. */
@Named("outboxPage")
@RequestScoped
public class OutboxBean {
  @Inject private PageParameters parameters;
  @Inject private OutboxDesk outbox;
  @Inject private Texts texts;

  private LetterFilter filter;
  private LazyRows<PostedLetter> rows;

  @PostConstruct
  void read() {
    filter = new LetterFilter(parameters.get("words"), parameters.get("state"));
    long total = outbox.count(filter);
    rows = new LazyRows<>(() -> total, slice -> outbox.list(filter, slice));
  }

  public boolean isTested() {
    return "test".equals(parameters.get("done"));
  }

  public LazyRows<PostedLetter> getRows() {
    return rows;
  }

  public LetterFilter getFilter() {
    return filter;
  }

  public boolean isOn() {
    return outbox.isOn();
  }

  public List<Choice> getStates() {
    return Arrays.stream(LetterState.values())
        .map(
            state ->
                new Choice(
                    state.code(),
                    texts.get("administration.letter.state." + state.code()),
                    state.code().equals(filter.state())))
        .toList();
  }

  public String look(PostedLetter letter) {
    return LetterLook.of(letter.state()).look();
  }

  public String icon(PostedLetter letter) {
    return LetterLook.of(letter.state()).icon();
  }
}
