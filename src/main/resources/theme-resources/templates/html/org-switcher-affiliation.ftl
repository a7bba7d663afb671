<#import "template.ftl" as layout>
<#import "/org-switcher-sentences.ftl" as say>
<@layout.emailLayout>
<div lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}" style="max-width: 32rem; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5; overflow-wrap: anywhere;">
<p><@say.cut msg("orgSwitcherAffiliationText", "\n", realmTitle, domain) organization/></p>
<p style="margin: 24px 0; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 32px; font-weight: 600; letter-spacing: 4px;"><span dir="ltr">${code}</span></p>
<p>${msg("orgSwitcherEmailMailMinutes", minutes)}</p>
<p style="color: #6a6e73; font-size: 14px;">${msg("orgSwitcherAffiliationNotYou")}</p>
</div>
</@layout.emailLayout>
