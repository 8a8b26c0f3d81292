${greeting}

<#list blocks as block>
<#if block.type == "link">
${block.text}:
${block.url}
<#elseif block.type == "quote">
${block.text?replace("\r\n", "\n")?replace("^", "> ", "rm")}
<#else>
${block.text}
</#if>

</#list>
-- 
${foot}
