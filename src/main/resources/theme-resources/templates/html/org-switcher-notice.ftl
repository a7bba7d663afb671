<#import "template.ftl" as layout>
<#import "/org-switcher-sentences.ftl" as say>
<@layout.emailLayout>
<div lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}" style="max-width: 32rem; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5; overflow-wrap: anywhere;">
<p><@say.cut msg(text, "\n", count, until) organization/></p>
<#if askers?has_content>
<ul>
<#list askers as asker>
<li><@say.cut msg("orgSwitcherNoticeAsker", "\n", asker.domain) asker.who/></li>
</#list>
<#if unnamed gt 0>
<li>${msg("orgSwitcherNoticeUnnamed", unnamed)}</li>
</#if>
</ul>
</#if>
<#if link??>
<p style="margin: 24px 0;"><a href="${link}" style="display: inline-block; padding: 12px 24px; border-radius: 8px; background-color: #0066cc; color: #ffffff; font-weight: 600; text-decoration: none;">${msg("orgSwitcherNoticeDecide")}</a></p>
</#if>
<p style="color: #6a6e73; font-size: 14px;"><@say.cut msg(reason, "\n") organization/></p>
</div>
</@layout.emailLayout>
