package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.portolan.knowledge.PracticeMoved;
import org.portolan.platform.search.Changes;

/** What was added or taken away is shown with its practice, and found as long as that is. */
@ApplicationScoped
class FollowingPractices {
  @Inject private AttachmentRepository attachments;
  @Inject private Attachments service;
  @Inject private Changes changes;

  void follow(@Observes PracticeMoved moved) {
    List<Attachment> all = attachments.ofPractice(moved.id());
    if (all.isEmpty()) {
      return;
    }
    switch (moved.how()) {
      case PUBLISHED -> all.forEach(each -> settle(each, Stage.LEAVING));
      case DISCARDED -> all.forEach(each -> settle(each, Stage.ADDED));
      case ARCHIVED, REOPENED -> {
        // they come and go with it
      }
    }
    changes.recordAll(Attachments.KIND, all.stream().map(Attachment::id).toList());
  }

  private void settle(Attachment attachment, Stage gone) {
    if (attachment.stage() == gone) {
      service.drop(attachment);
    } else {
      attachment.show();
    }
  }
}
