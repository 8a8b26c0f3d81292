package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is written in the attachments that readers may see, for whoever copies it. */
@ApplicationScoped
public class AttachedTexts {
  @Inject private AttachmentRepository attachments;

  /** The numbers of those that come after this one, in order; empty after the last. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<Long> idsAfter(long id, int count) {
    return attachments.idsAfter(id, count);
  }

  /** Those of these that readers may see, if they may see their practice. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<AttachedText> find(Collection<Long> ids) {
    List<Attachment> found = attachments.shownToReaders(ids);
    Map<Long, List<String>> parts = attachments.parts(found.stream().map(Attachment::id).toList());
    return found.stream()
        .map(
            attachment ->
                new AttachedText(
                    attachment.id(),
                    attachment.practiceId(),
                    attachment.language(),
                    attachment.title(),
                    attachment.format().unit().code(),
                    parts.getOrDefault(attachment.id(), List.of())))
        .toList();
  }
}
