<#import "template.ftl" as layout>
<@layout.emailLayout>
<div lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}" style="max-width: 32rem; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5; overflow-wrap: anywhere;">
<#if linked??>
<p>${msg("orgSwitcherEmailMailLinking", realmTitle, linked)}</p>
</#if>
<#if code??>
<p>${msg("orgSwitcherEmailMailCode", realmTitle)}</p>
<p style="margin: 24px 0; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 32px; font-weight: 600; letter-spacing: 4px;"><span dir="ltr">${code}</span></p>
</#if>
<#if link??>
<p>${code???then(msg("orgSwitcherEmailMailOrLink"), msg("orgSwitcherEmailMailLink", realmTitle))}</p>
<p style="margin: 24px 0;"><a href="${link}" style="display: inline-block; padding: 12px 24px; border-radius: 8px; background-color: #0066cc; color: #ffffff; font-weight: 600; text-decoration: none;">${msg("orgSwitcherEmailMailButton")}</a></p>
</#if>
<p>${msg("orgSwitcherEmailMailMinutes", minutes)}</p>
<p style="color: #6a6e73; font-size: 14px;">${msg(linked???then("orgSwitcherEmailMailLinkingOpens", "orgSwitcherEmailMailOpens"))}</p>
<p style="color: #6a6e73; font-size: 14px;">${msg("orgSwitcherEmailMailAsked", asked)}<br>${msg("orgSwitcherEmailMailNotYou")}</p>
</div>
</@layout.emailLayout>
