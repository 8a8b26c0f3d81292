package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;
import org.portolan.platform.storage.FileParts;

/** Large files that a person is sending. They end with the account. */
@ApplicationScoped
class UploadsOfPerson implements PersonalData, MovesPerson {
  @Inject private UploadRows uploads;
  @Inject private FileParts parts;

  @Override
  public String part() {
    return "file-pieces";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "file_pieces",
        "SELECT title, language, file_name, size, stamp, received, touched_at"
            + " FROM attachment_upload WHERE begun_by = ? ORDER BY id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    uploads
        .of(person.id())
        .forEach(
            upload -> {
              parts.drop(upload.id());
              uploads.remove(upload);
            });
  }

  @Override
  public Set<String> columns() {
    return Set.of("attachment_upload.begun_by");
  }

  @Override
  public void move(long stays, long goes) {
    uploads.move(stays, goes);
  }
}
