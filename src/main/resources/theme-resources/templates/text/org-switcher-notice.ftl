<#ftl output_format="plainText">
${msg(text, "\n", count, until)?replace("\n", organization)}

<#if askers?has_content>
<#list askers as asker>
  * ${msg("orgSwitcherNoticeAsker", "\n", asker.domain)?replace("\n", asker.who)}
</#list>
<#if unnamed gt 0>
  * ${msg("orgSwitcherNoticeUnnamed", unnamed)}
</#if>

</#if>
<#if link??>
${link}

</#if>
${msg(reason, "\n")?replace("\n", organization)}
