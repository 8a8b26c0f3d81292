package org.portolan.attachment.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.attachment.AttachmentPage;
import org.portolan.attachment.Attachments;
import org.portolan.platform.web.PageParameters;

/** An attachment and what is written on one of its pages, for those who need not take it whole. */
@Named
@RequestScoped
public class AttachmentBean {
  @Inject private Attachments attachments;
  @Inject private PageParameters parameters;

  private AttachmentPage page;

  @PostConstruct
  void load() {
    page =
        attachments.page(
            String.valueOf(parameters.get("code")),
            parameters.number("id", 0),
            (int) Math.min(Integer.MAX_VALUE, parameters.number("page", 1)));
  }

  public AttachmentPage getPage() {
    return page;
  }

  public String getAddress() {
    return "/knowledge/" + page.practice().code() + "/files/" + page.attachment().id();
  }

  /** Where a program that knows pages opens the file. */
  public String getPlace() {
    return page.attachment().unit().equals("page") && page.number() > 1
        ? "#page=" + page.number()
        : "";
  }

  public List<String> getParagraphs() {
    return page.words().lines().filter(line -> !line.isBlank()).toList();
  }

  /** The number of the part before, or null on the first. */
  public Integer getBefore() {
    return page.number() > 1 ? page.number() - 1 : null;
  }

  /** The number of the part after, or null on the last. */
  public Integer getAfter() {
    return page.number() > 0 && page.number() < page.attachment().parts()
        ? page.number() + 1
        : null;
  }
}
