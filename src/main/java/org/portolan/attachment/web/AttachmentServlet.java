package org.portolan.attachment.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.attachment.AttachmentFile;
import org.portolan.attachment.Attachments;
import org.portolan.attachment.download.DownloadTally;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.storage.FileDownload;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.web.AutomaticReader;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.NumberedServlet;
import org.portolan.platform.web.QueryParameters;

/** Sends an attachment to those who may read its practice. */
@OpenTo("everyone")
@WebServlet("/practice-file")
public class AttachmentServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Attachments attachments;
  @Inject private transient FileStore files;
  @Inject private transient DownloadTally tally;

  public AttachmentServlet() {
    super("attachment");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = QueryParameters.text(request.getParameter("code"));
    if (code == null) {
      throw new NotFound("attachment " + id);
    }
    AttachmentFile attachment = attachments.take(code, id);
    FileDownload.send(files, attachment.file(), attachment.name(), response);
    if (attachment.shown() && request.getMethod().equals("GET") && !AutomaticReader.asks(request)) {
      tally.fileTaken(attachment.practice(), id, attachment.language());
    }
  }
}
