package org.portolan.attachment.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.attachment.AttachmentPicture;
import org.portolan.attachment.Attachments;
import org.portolan.platform.reading.FoundPicture;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.KnownTag;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.NumberedServlet;
import org.portolan.platform.web.QueryParameters;

/**
 * Sends the picture of an attachment to those who may take the attachment. Its address names what
 * it shows, so a browser keeps it; nothing between does, as another may not see it.
 */
@OpenTo("everyone")
@WebServlet("/practice-picture")
public class AttachmentPictureServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;
  private static final String A_YEAR = "private, max-age=31536000, immutable";

  @Inject private transient Attachments attachments;

  public AttachmentPictureServlet() {
    super("attachment");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = QueryParameters.text(request.getParameter("code"));
    String tag = QueryParameters.text(request.getParameter("tag"));
    if (code == null || tag == null) {
      throw new NotFound("picture of attachment " + id);
    }
    AttachmentPicture picture = attachments.picture(code, id, tag);
    String quoted = '"' + tag + '"';
    response.setHeader("ETag", quoted);
    response.setHeader("Cache-Control", picture.shown() ? A_YEAR : "private, no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    if (KnownTag.of(request, quoted)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] content = picture.content();
    response.setContentType(FoundPicture.MEDIA_TYPE);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
