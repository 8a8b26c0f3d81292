package org.portolan.nomination.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.nomination.Nominations;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.storage.FileDownload;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.web.NumberedServlet;

/** Sends the letter of endorsement of a nomination to those who may read it. */
@OpenTo("everyone")
@WebServlet("/nomination-letter")
public class EndorsementLetterServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Nominations nominations;
  @Inject private transient FileStore files;

  public EndorsementLetterServlet() {
    super("nomination");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FileDownload.send(files, nominations.letter(id), "endorsement-" + id, response);
  }
}
