<#ftl output_format="plainText">
${msg(text, organization, count, until)}

<#if askers?has_content>
<#list askers as asker>
  * ${msg("orgSwitcherNoticeAsker", (asker.name + " <" + asker.account + ">")?trim, asker.domain)}
</#list>
<#if unnamed gt 0>
  * ${msg("orgSwitcherNoticeUnnamed", unnamed)}
</#if>

</#if>
<#if link??>
${link}

</#if>
${msg(reason, organization)}
