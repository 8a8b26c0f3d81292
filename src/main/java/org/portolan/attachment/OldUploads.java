package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.portolan.platform.retention.RetentionRule;
import org.portolan.platform.storage.FileParts;

/** Large files that somebody began to send and did not go on with. */
@ApplicationScoped
class OldUploads implements RetentionRule {
  @Inject private UploadRows uploads;
  @Inject private FileParts parts;

  @Override
  public String kind() {
    return "file-pieces";
  }

  @Override
  public Period usual() {
    return Period.ofDays(1);
  }

  @Override
  public Period least() {
    return Period.ofDays(1);
  }

  @Override
  public int forget(Instant before, int most) {
    List<Upload> old = uploads.untouchedSince(before, most);
    old.forEach(
        upload -> {
          parts.drop(upload.id());
          uploads.remove(upload);
        });
    return old.size();
  }
}
