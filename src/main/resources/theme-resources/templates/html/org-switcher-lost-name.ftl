<#import "template.ftl" as layout>
<#import "/org-switcher-sentences.ftl" as say>
<@layout.emailLayout>
<div lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}" style="max-width: 32rem; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5; overflow-wrap: anywhere;">
<p>${msg("orgSwitcherLostName", realmTitle)}</p>
<p><@say.around "orgSwitcherLostNameNew" name/></p>
<p>${msg("orgSwitcherLostNameKept")}</p>
</div>
</@layout.emailLayout>
